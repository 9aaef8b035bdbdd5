import { day } from '../dates.ts'
import type { Address, Customer } from '../records.ts'

type Seed = {
  id: string
  name: string
  email: string
  phone: string | null
  speaks: string
  home: string
  years: number
  address: Omit<Address, 'name'>
}

/** Telephone numbers come from the ranges that their countries keep free for fiction; where there is none, none is known. */
const seeds: readonly Seed[] = [
  {
    id: 'tw-1001',
    name: 'Mireille Fontaine',
    email: 'mireille.fontaine@poste.example',
    phone: '+33465710042',
    speaks: 'French',
    home: 'Lyon, France',
    years: 3,
    address: { street: '18 rue des Tisserands', more: '2e étage', postcode: '69004', city: 'Lyon', country: 'FR' },
  },
  {
    id: 'tw-1002',
    name: 'Hannes Brandt',
    email: 'hannes.brandt@brief.example',
    phone: '+493023125114',
    speaks: 'German',
    home: 'Hamburg, Germany',
    years: 2,
    address: { street: 'Kaistieg 7', more: '', postcode: '20457', city: 'Hamburg', country: 'DE' },
  },
  {
    id: 'tw-1003',
    name: 'Beatriz Sequeira',
    email: 'beatriz@sequeira.example',
    phone: null,
    speaks: 'Portuguese',
    home: 'Porto, Portugal',
    years: 1,
    address: { street: 'Rua da Maré 112', more: '3.º esq.', postcode: '4050-367', city: 'Porto', country: 'PT' },
  },
  {
    id: 'tw-1004',
    name: 'ليلى حداد',
    email: 'layla.haddad@barid.example',
    phone: null,
    speaks: 'Arabic',
    home: 'Amman, Jordan',
    years: 1,
    address: { street: '9 Jasmine Steps', more: 'Jabal al-Weibdeh', postcode: '11191', city: 'Amman', country: 'JO' },
  },
  {
    id: 'tw-1005',
    name: 'Tom Ashworth',
    email: 'tom.ashworth@letters.example',
    phone: '+447700900142',
    speaks: 'English',
    home: 'Bristol, United Kingdom',
    years: 4,
    address: { street: '3 Ropewalk Mews', more: '', postcode: 'BS1 6ZZ', city: 'Bristol', country: 'GB' },
  },
  {
    id: 'tw-1006',
    name: 'Meera Nair',
    email: 'meera.nair@inbox.example',
    phone: '+15125550147',
    speaks: 'English',
    home: 'Austin, United States',
    years: 0.2,
    address: { street: '2210 Pecan Loop', more: 'Apt 4', postcode: '78704', city: 'Austin, TX', country: 'US' },
  },
]

export const seededIds: readonly string[] = seeds.map((seed) => seed.id)

/** The customers a new shop begins with, as of `now` (ms). */
export const seededCustomers = (now: number): readonly Customer[] =>
  seeds.map(({ years, address, ...rest }) => ({
    ...rest,
    since: now - years * 365 * day,
    address: { name: rest.name, ...address },
    basket: [],
  }))
