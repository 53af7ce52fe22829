import { createHash } from 'node:crypto'
import { turboStyleHash } from './turbo-style.ts'

const policy = () =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' '${turboStyleHash()}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/**
 * The headers that make an answer one that any site may frame: pictures of ours and the document's own style sheet,
 * no script, no form. They take the place of those above that have the same names.
 *
 * @param style the text of the only style element.
 */
export const framedHeaders = (style: string): readonly (readonly [string, string | null])[] => [
  [
    'Content-Security-Policy',
    [
      "default-src 'none'",
      `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
      "img-src 'self' data:",
      "base-uri 'none'",
      "form-action 'none'",
      'frame-ancestors *',
    ].join('; '),
  ],
  ['X-Frame-Options', null],
  ['Cross-Origin-Opener-Policy', null],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
]

const permissions = (camera: '()' | '(self)') =>
  `camera=${camera}, geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()`

/** The headers of a page that may look through the camera of a phone, and no other page of any site through it. */
export const cameraHeaders = [['Permissions-Policy', permissions('(self)')]] as const

/** A script, a style sheet or a face of type is no document: what protects documents is left out, for it is long. */
export const fileHeaders: readonly (readonly [string, null])[] = [
  ['Content-Security-Policy', null],
  ['Referrer-Policy', null],
  ['X-Frame-Options', null],
  ['Cross-Origin-Opener-Policy', null],
  ['Permissions-Policy', null],
]

const YEARS_2 = 63_072_000

/**
 * The headers that every answer carries. Transport security is promised only where the public comes by https.
 * @param publicUrl scheme, host and port that the public uses.
 */
export const securityHeaders = (publicUrl: string): readonly (readonly [string, string])[] => [
  ['Content-Security-Policy', policy()],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['X-Frame-Options', 'DENY'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', permissions('()')],
  ...(publicUrl.startsWith('https:')
    ? ([['Strict-Transport-Security', `max-age=${YEARS_2}; includeSubDomains`]] as const)
    : []),
]
