package org.qibu.demo;

import java.util.List;

/** An account of the demonstration; its password is its name. */
public record DemoAccount(String name, String chineseRole, List<String> groups) {}
