import { defineFigure } from '../types.ts';
import { data } from './data.ts';
import { describe } from './describe.ts';
import { scene } from './scene.ts';
import { steps } from './steps.ts';

export default defineFigure({
  name: 'un-votes',
  series: ['un-votes'],
  steps,
  asOf: '2026-02-24',
  map: false,
  data,
  scene,
  describe,
});
