call kanlint#define('markdown')
