/** The engine, under the name people install. */
export * from "@gongfu/engine";
