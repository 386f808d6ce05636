// The programs the tests need and npm does not bring, found or installed: a process of its own, since apt takes a minute
// in which packages can be installed and sites be built. Runs before any package is there.
import { ensure, ensureEngines, ensureHeadless, preferHeadless, TESTED } from './setup.mjs';

ensureHeadless();
preferHeadless();
ensure(TESTED);
ensureEngines();
