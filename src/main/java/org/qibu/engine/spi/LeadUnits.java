package org.qibu.engine.spi;

import java.util.List;

/** Finds the accounts behind a group of units in one matter; implemented by the room of implementation. */
public interface LeadUnits {

    /** The group of a model that means whichever organisation leads the work on the matter. */
    String LEAD_UNIT = "lead-unit";

    /** The accounts of the matter's organisation that belongs to the group; empty where it has none. */
    List<String> accountsOf(String matterNo, String group);

    /** The accounts of the organisations that led the work until it was handed over; empty where it never was. */
    List<String> formerAccountsOf(String matterNo);

    /** The group to fall back on where the organisation has no accounts. */
    String groupOf(String matterNo, String group);
}
