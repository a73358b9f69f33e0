/* version: of the program and of its formats. */
#ifndef KANLINT_VERSION_P_H
#define KANLINT_VERSION_P_H

#define KANLINT_VERSION "0.1.0"

#endif
