/**
 * The mouths of the five faces (D-10), from very bad to very good, in a box of 24; around them a circle and two eyes.
 * Drawn, because two of the emoji are in no font of many systems.
 */
export const mouths = [
  'M7.5 17c.9-2.4 2.6-3.5 4.5-3.5s3.6 1.1 4.5 3.5',
  'M8.5 16.3c1-1 2.2-1.5 3.5-1.5s2.5.5 3.5 1.5',
  'M8.5 15.3h7',
  'M8.5 14.5c1 1.1 2.2 1.6 3.5 1.6s2.5-.5 3.5-1.6',
  'M7 13.5c.8 2.6 2.6 4 5 4s4.2-1.4 5-4z',
] as const
export const eyes = 'M9 9v1M15 9v1'
