import { idempotencyKey, ifMatch, uuid } from '../../apps/web/src/api/attempt.js';

describe('keys made in the browser', () => {
  it('are random UUIDs of version 4, without crypto.randomUUID, which a plain-HTTP LAN does not have', () => {
    const randomUUID = jest.spyOn(crypto, 'randomUUID');
    const made = Array.from({ length: 200 }, uuid);
    expect(randomUUID).not.toHaveBeenCalled();
    for (const one of made)
      expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(made).size).toBe(200);
  });

  it('travel in the headers the server reads', () => {
    expect(idempotencyKey('k')).toEqual({ 'Idempotency-Key': 'k' });
    expect(ifMatch(3)).toEqual({ 'If-Match': '"3"' });
  });
});
