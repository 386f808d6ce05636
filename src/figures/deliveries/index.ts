import { defineFigure } from '../types.ts';
import { data } from './data.ts';
import { describe } from './describe.ts';
import { scene } from './scene.ts';
import { steps } from './steps.ts';

export default defineFigure({
  name: 'deliveries',
  series: ['deliveries', 'arms-sipri'],
  steps,
  asOf: '2025-05-29',
  map: false,
  data,
  scene,
  describe,
});
