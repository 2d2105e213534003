/** Decision tables the program itself works by, each read once a version. */
@NamedInterface("table")
package org.qibu.engine.table;

import org.springframework.modulith.NamedInterface;
