import { z } from 'zod'
import { Zone } from '../../kernel/time.ts'
import { SessionKind } from './model.ts'

/** What a reader asks of the programme, in its address. What cannot be is passed over. */
export const Wish = z.object({
  zone: Zone.optional().catch(undefined),
  days: z.enum(['conference', 'own']).optional().catch(undefined),
  kind: SessionKind.optional().catch(undefined),
  theme: z.string().max(60).optional().catch(undefined),
})
export type Wish = z.infer<typeof Wish>

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
