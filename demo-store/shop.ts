/** What the shop says about itself, everywhere the same. Cents. */
export const shop = {
  name: 'Tidewick',
  email: 'hello@tidewick.example',
  street: '4 Slipway Lane',
  town: 'Saltern Quay',
  region: 'Isle of Ennor',
  hours: 'Wednesday to Saturday, 10:00 to 17:00',
  deliveryFee: 750,
  freeDeliveryFrom: 12_000,
} as const

/** Where we send parcels to. The code is what an order keeps. */
export const countries: Readonly<Record<string, string>> = {
  AT: 'Austria',
  BE: 'Belgium',
  DK: 'Denmark',
  FI: 'Finland',
  FR: 'France',
  DE: 'Germany',
  IE: 'Ireland',
  IT: 'Italy',
  JO: 'Jordan',
  NL: 'Netherlands',
  NO: 'Norway',
  PT: 'Portugal',
  ES: 'Spain',
  SE: 'Sweden',
  CH: 'Switzerland',
  GB: 'United Kingdom',
  US: 'United States',
}
