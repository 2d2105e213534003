package org.qibu.agenda;

/** Elements of the second step that code names. */
final class AgendaElements {

    static final String TABLE_ROUTE_LEVEL = "route-level";

    private AgendaElements() {}
}
