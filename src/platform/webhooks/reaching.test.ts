import { describe, expect, it } from 'vitest'
import { isAtHome, isPublicAddress, isWebhookAddress, mayReach } from './reaching.ts'

describe('a network address', () => {
  it.each([
    '127.0.0.1',
    '127.1.2.3',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fd00::1',
    'fec0::1',
    'ff02::1',
    '2001:db8::1',
    '2001::1',
    '2002:7f00:1::',
    'not an address',
    '',
  ])('%s is none of the public internet', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each([
    '8.8.8.8',
    '172.32.0.1',
    '172.15.255.255',
    '11.0.0.1',
    '2606:4700::1111',
    '2a00:1450::1',
  ])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it('of this machine is spoken to only where all of Plenum is at home on it', () => {
    expect(
      ['http://localhost:3000', 'http://127.0.0.1:3000', 'https://[::1]'].map(isAtHome),
    ).toEqual([true, true, true])
    expect(isAtHome('https://plenum.example')).toBe(false)
    expect([mayReach('127.0.0.1', true), mayReach('127.0.0.1', false)]).toEqual([true, false])
    expect([mayReach('10.0.0.1', true), mayReach('127.0.0.2', true)]).toEqual([false, false])
  })
})

describe('the address of an endpoint', () => {
  it.each([
    'http://ministry.example/hook',
    'ftp://ministry.example/hook',
    'https://user:secret@ministry.example/',
    'https://10.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://0xa.1/',
    'http://127.0.0.2/',
    'https://localhost/',
    'https://intranet/',
    'https://db.internal/',
    'https://ministry.example/#part',
    'javascript:alert(1)',
    'not an address',
    `https://ministry.example/${'x'.repeat(2000)}`,
  ])('cannot be %s', (address) => {
    expect(isWebhookAddress(address)).toBe(false)
  })

  it.each([
    'https://ministry.example/hook?x=1',
    'https://ministry.example:8443/',
    'https://8.8.8.8/',
    'https://وزارة.example/',
    'http://127.0.0.1:8080/hook',
  ])('can be %s', (address) => {
    expect(isWebhookAddress(address)).toBe(true)
  })
})
