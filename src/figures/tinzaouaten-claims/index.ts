import { defineFigure } from '../types.ts';
import { data } from './data.ts';
import { describe } from './describe.ts';
import { scene } from './scene.ts';
import { steps } from './steps.ts';

export default defineFigure({
  name: 'tinzaouaten-claims',
  series: ['tinzaouaten-claims'],
  steps,
  asOf: '2024-08-02',
  map: false,
  data,
  scene,
  describe,
});
