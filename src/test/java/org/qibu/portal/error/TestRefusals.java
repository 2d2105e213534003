package org.qibu.portal.error;

import org.springframework.context.annotation.Import;

/** Brings the answer to refusals into tests of other rooms' controllers. */
@Import(Refusals.class)
public class TestRefusals {}
