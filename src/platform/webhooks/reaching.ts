import { BlockList, isIP } from 'node:net'

/** Every address that is not of the public internet (the registries of IANA for special purposes, RFC 6890). */
const V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const
/** Of the sixth version only global unicast is public, and not what stands for something else within it. */
const V6_PUBLIC = ['2000::', 3] as const
const V6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const closed = new BlockList()
for (const [net, prefix] of V4) closed.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of V6) closed.addSubnet(net, prefix, 'ipv6')
const global = new BlockList()
global.addSubnet(...V6_PUBLIC, 'ipv6')

/** Whether a network address, as numbers, is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !closed.check(address, 'ipv4')
  if (family === 6) return global.check(address, 'ipv6') && !closed.check(address, 'ipv6')
  return false
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/

/** Whether the whole of Plenum is at home on one machine: then it may also speak to programs there. */
export const isAtHome = (publicUrl: string): boolean => LOOPBACK.test(new URL(publicUrl).hostname)

/** Whether a network address may be spoken to. */
export const mayReach = (address: string, atHome: boolean): boolean =>
  isPublicAddress(address) || (atHome && address === '127.0.0.1')

const LONGEST = 2000

/**
 * Whether a web address may be registered: https, or http at 127.0.0.1 only; no password in it, and no number of a
 * network that is not public. Where a name leads is looked at each time.
 */
export function isWebhookAddress(text: string): boolean {
  const url = text.length <= LONGEST ? URL.parse(text) : null
  if (!url || url.username || url.password || url.hash) return false
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (host === '127.0.0.1') return url.protocol === 'http:' || url.protocol === 'https:'
  if (url.protocol !== 'https:') return false
  if (isIP(host)) return isPublicAddress(host)
  return host.includes('.') && !/\.(?:localhost|local|internal|test|invalid)$/.test(host)
}
