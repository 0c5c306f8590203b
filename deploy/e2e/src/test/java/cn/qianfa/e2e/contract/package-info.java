/** Holds the services to openapi.yaml: its routes before anything runs, and every answer the walk sees. */
@NullMarked
package cn.qianfa.e2e.contract;

import org.jspecify.annotations.NullMarked;
