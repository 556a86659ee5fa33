import fc from 'fast-check';
import { commonPasswords } from './common-passwords.js';
import { passwordFaults, passwordLength } from './password-rules.js';
import { newInitialPassword, newLogin } from './secrets.js';
import { loginPattern } from './login.js';

it('takes a sentence in any language', () => {
  expect(passwordFaults('seven green apples', 'zhang.wei')).toEqual([]);
  expect(passwordFaults('我在上海学木工二十年', 'zhang.wei')).toEqual([]);
});

it('counts characters, not bytes, and knows full-width digits for what they are', () => {
  expect(passwordFaults('我在上海学木工', 'zhang.wei')).toEqual(['too-short']);
  expect(passwordFaults('１２３４５６７８９０', 'zhang.wei')).toContain('too-common');
  expect(passwordFaults('𠮷'.repeat(passwordLength.max + 1), 'zhang.wei')).toContain('too-long');
});

it('refuses the login within it, one character over and over, and a plain run', () => {
  expect(passwordFaults('my-ZHANG.WEI-pass', 'zhang.wei')).toEqual(['holds-login']);
  expect(passwordFaults('abababababab', 'zhang.wei')).toEqual(['too-simple']);
  expect(passwordFaults('bcdefghijklm', 'zhang.wei')).toEqual(['too-simple']);
  expect(passwordFaults('zyxwvutsrqpo', 'zhang.wei')).toEqual(['too-simple']);
});

it('lists as common only what the rule of length would let through', () => {
  expect([...commonPasswords].filter((password) => password.length < passwordLength.min)).toEqual([]);
  expect([...commonPasswords].filter((password) => password !== password.toLowerCase())).toEqual([]);
});

it('makes initial passwords and logins that pass its own rules', () => {
  fc.assert(
    fc.property(fc.constantFrom('judge', 'teamLeader', 'competitor'), (role) => {
      const login = newLogin(role);
      expect(login).toMatch(loginPattern);
      expect(passwordFaults(newInitialPassword(), login)).toEqual([]);
    }),
  );
});
