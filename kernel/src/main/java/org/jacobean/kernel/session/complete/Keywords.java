package org.jacobean.kernel.session.complete;

import org.jacobean.kernel.session.read.Words;

/** The reserved words, and those that are words only in their place. */
final class Keywords {
  void offer(Items items) {
    Words.all().sorted().forEach(word -> items.add(word, "keyword", "keyword"));
    for (String word : new String[] {"var", "record", "sealed", "permits", "yield"}) {
      items.add(word, "keyword", "keyword");
    }
  }
}
