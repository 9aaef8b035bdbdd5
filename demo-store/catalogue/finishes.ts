import type { Finish } from './product.ts'

const finish = (id: string, name: string, colour: string): Finish => ({ id, name, colour })

export const glazes = {
  tide: finish('tide', 'Tide blue', '#3d6c8e'),
  oat: finish('oat', 'Oat', '#dccbab'),
  charcoal: finish('charcoal', 'Charcoal', '#494541'),
  sage: finish('sage', 'Samphire', '#8a9d7c'),
  ember: finish('ember', 'Ember', '#b0603c'),
  shell: finish('shell', 'Shell white', '#efe7d9'),
} as const

export const cloths = {
  flax: finish('flax', 'Raw flax', '#cdb68e'),
  clay: finish('clay', 'Clay pink', '#c08a70'),
  ink: finish('ink', 'Squid ink', '#3c4a5f'),
  moss: finish('moss', 'Moss', '#7f8762'),
  salt: finish('salt', 'Salt', '#ebe4d6'),
} as const

export const waxes = {
  honey: finish('honey', 'Honey', '#dfa445'),
  ivory: finish('ivory', 'Bleached ivory', '#efe3c6'),
  tide: finish('tide', 'Tide blue', '#4f7c9b'),
  clay: finish('clay', 'Clay pink', '#c48d76'),
} as const
