/** Pages without a figure that moves: filters and copying, and no more. */
import { startCopying } from './copy.ts';
import { startExploring } from './explore.ts';

startCopying();
startExploring();
document.documentElement.dataset.ready = '';
