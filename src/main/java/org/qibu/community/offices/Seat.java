package org.qibu.community.offices;

import org.qibu.community.Office;

/** An office of one community, held or vacant. */
public record Seat(String communityCode, Office office) {}
