package cn.qianfa.embedded.store.collection;

import de.bwaldvogel.mongo.bson.Document;

/** A document that meets the filter, and how many bytes it takes up. */
record Row(Document document, int bytes) {}
