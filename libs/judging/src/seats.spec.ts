import fc from 'fast-check';
import { seatsFor, type SeatedTeam } from './seats.js';

const from = (judgeId: string, ...delegations: string[]) => ({ judgeId, barredFrom: new Set(delegations) });
const team: SeatedTeam = {
  members: [from('Zhang', '浙江'), from('Li', '江苏'), from('Wang', '山东')],
  standIns: [from('Zhao', '浙江'), from('Qian', '广东')],
};

describe('seats of a form', () => {
  it('replaces a compatriot by the first stand-in who is not one himself, where the work is seen with its maker', () => {
    expect(seatsFor(team, 'open', '浙江')).toEqual({ seats: ['Qian', 'Li', 'Wang'], unfilled: [] });
    expect(seatsFor(team, 'open', '江苏')).toEqual({ seats: ['Zhang', 'Zhao', 'Wang'], unfilled: [] });
  });

  it('names the seat that no stand-in can take', () => {
    expect(seatsFor({ ...team, standIns: [] }, 'open', '山东')).toEqual({
      seats: ['Zhang', 'Li', 'Wang'],
      unfilled: [3],
    });
  });

  it('gives every coded work the same seats, so that nothing withheld tells whose work it is', () => {
    fc.assert(
      fc.property(fc.constantFrom('浙江', '江苏', '山东', '广东', '北京'), (delegation) => {
        expect(seatsFor(team, 'coded', delegation).seats).toEqual(['Zhang', 'Li', 'Wang']);
      }),
    );
  });

  it('never seats an unbarred stand-in twice in one form', () => {
    const twoBarred: SeatedTeam = {
      members: [from('Zhang', '浙江'), from('Li', '浙江'), from('Wang')],
      standIns: [from('Qian')],
    };
    expect(seatsFor(twoBarred, 'open', '浙江')).toEqual({ seats: ['Qian', 'Li', 'Wang'], unfilled: [2] });
  });
});
