/**
 * Countries that keep one time (or all but remote islands do), by calling code: ITU-T E.164 for the codes, the IANA
 * database for the zones. Those with several, such as +1, +7, +55, +61 and +62, tell nobody's hour and are left out.
 */
const zones = new Map(
  `
  20 Africa/Cairo, 27 Africa/Johannesburg, 30 Europe/Athens, 31 Europe/Amsterdam, 32 Europe/Brussels, 33 Europe/Paris,
  34 Europe/Madrid, 36 Europe/Budapest, 39 Europe/Rome, 40 Europe/Bucharest, 41 Europe/Zurich, 43 Europe/Vienna,
  44 Europe/London, 45 Europe/Copenhagen, 46 Europe/Stockholm, 47 Europe/Oslo, 48 Europe/Warsaw, 49 Europe/Berlin,
  51 America/Lima, 54 America/Argentina/Buenos_Aires, 57 America/Bogota, 58 America/Caracas, 60 Asia/Kuala_Lumpur,
  63 Asia/Manila, 64 Pacific/Auckland, 65 Asia/Singapore, 66 Asia/Bangkok, 81 Asia/Tokyo, 82 Asia/Seoul,
  84 Asia/Ho_Chi_Minh, 86 Asia/Shanghai, 90 Europe/Istanbul, 91 Asia/Kolkata, 92 Asia/Karachi, 94 Asia/Colombo,
  98 Asia/Tehran, 212 Africa/Casablanca, 213 Africa/Algiers, 216 Africa/Tunis, 221 Africa/Dakar, 225 Africa/Abidjan,
  233 Africa/Accra, 234 Africa/Lagos, 237 Africa/Douala, 244 Africa/Luanda, 250 Africa/Kigali, 254 Africa/Nairobi,
  255 Africa/Dar_es_Salaam, 256 Africa/Kampala, 258 Africa/Maputo, 260 Africa/Lusaka, 263 Africa/Harare,
  351 Europe/Lisbon, 352 Europe/Luxembourg, 353 Europe/Dublin, 354 Atlantic/Reykjavik, 355 Europe/Tirane,
  356 Europe/Malta, 357 Asia/Nicosia, 358 Europe/Helsinki, 359 Europe/Sofia, 370 Europe/Vilnius, 371 Europe/Riga,
  372 Europe/Tallinn, 373 Europe/Chisinau, 374 Asia/Yerevan, 376 Europe/Andorra, 377 Europe/Monaco, 380 Europe/Kyiv,
  381 Europe/Belgrade, 382 Europe/Podgorica, 385 Europe/Zagreb, 386 Europe/Ljubljana, 387 Europe/Sarajevo,
  389 Europe/Skopje, 420 Europe/Prague, 421 Europe/Bratislava, 423 Europe/Vaduz, 502 America/Guatemala,
  503 America/El_Salvador, 504 America/Tegucigalpa, 505 America/Managua, 506 America/Costa_Rica, 507 America/Panama,
  591 America/La_Paz, 595 America/Asuncion, 598 America/Montevideo, 852 Asia/Hong_Kong, 853 Asia/Macau,
  855 Asia/Phnom_Penh, 880 Asia/Dhaka, 886 Asia/Taipei, 961 Asia/Beirut, 962 Asia/Amman, 965 Asia/Kuwait,
  966 Asia/Riyadh, 968 Asia/Muscat, 971 Asia/Dubai, 972 Asia/Jerusalem, 973 Asia/Bahrain, 974 Asia/Qatar,
  977 Asia/Kathmandu, 994 Asia/Baku, 995 Asia/Tbilisi, 998 Asia/Tashkent`
    .split(',')
    .map((pair): [string, string] => {
      const [code = '', zone = ''] = pair.trim().split(' ')
      return [code, zone]
    }),
)

/** where a phone number with its country is at home, as far as its country keeps one time; else null. */
export function zoneOfNumber(number: string): string | null {
  const digits = /^\+(\d{7,15})$/.exec(number)?.[1] ?? ''
  // No calling code begins with another one.
  for (const length of [2, 3]) {
    const zone = zones.get(digits.slice(0, length))
    if (zone !== undefined) return zone
  }
  return null
}

export const knownZones: readonly string[] = [...zones.values()]
