#!/usr/bin/env node
// Node 20 cannot run TypeScript by itself: tsx reads the sources as they are, so there is no build step to forget.
import { register } from "tsx/esm/api";

register();
await import("./cli.ts");
