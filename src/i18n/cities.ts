import type { Language } from '../kernel/language.ts'
import { say } from './units.ts'

/** The zones that are offered, each by a city in our own spelling (DIPLOMACY 2). */
export const CITIES = [
  'Pacific/Honolulu',
  'America/Vancouver',
  'America/Mexico_City',
  'America/New_York',
  'America/Bogota',
  'America/Santiago',
  'America/St_Johns',
  'America/Montevideo',
  'America/Sao_Paulo',
  'Africa/Accra',
  'Africa/Dakar',
  'Europe/London',
  'Africa/Lagos',
  'Europe/Paris',
  'Europe/Berlin',
  'Africa/Cairo',
  'Africa/Johannesburg',
  'Africa/Kigali',
  'Europe/Kyiv',
  'Africa/Addis_Ababa',
  'Africa/Nairobi',
  'Europe/Istanbul',
  'Europe/Moscow',
  'Asia/Dubai',
  'Asia/Karachi',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Dhaka',
  'Asia/Jakarta',
  'Asia/Ho_Chi_Minh',
  'Asia/Singapore',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Asia/Seoul',
  'Australia/Sydney',
  'Pacific/Auckland',
  'Pacific/Fiji',
] as const

/** A zone by its city, where it is one that is offered; never by its identifier. */
export function sayCity(language: Language, zone: string): string | null {
  const city = CITIES.find((one) => one === zone)
  return city ? say(language, `city.${city}`) : null
}
