import { defineFigure } from '../types.ts';
import { data } from './data.ts';
import { describe } from './describe.ts';
import { scene } from './scene.ts';
import { steps } from './steps.ts';

export default defineFigure({
  name: 'bases',
  series: ['bases', 'minusma-bases'],
  steps,
  asOf: '2023-12-28',
  map: true,
  data,
  scene,
  describe,
});
