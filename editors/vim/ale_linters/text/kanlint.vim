call kanlint#define('text')
