'use strict';

// Asks masters who leads. Needs the dependencies and the build: require it only once they are there.

const { SystemClock } = require('@parley/common/actor');
const { Channels, callUnary } = require('@parley/common/rpc');
const { LEADER_LOOKUP_CLIENT } = require('@parley/common/wire');
const { loadInternal, serviceOf } = require('@parley/protos');

const clock = new SystemClock();
const channels = new Channels();

/**
 * The address of the master that leads by its own lease at this moment; undefined while none of them does, or none answers.
 * @param {readonly string[]} addresses
 * @param {number} [deadlineMs]
 */
async function leadingMaster(addresses, deadlineMs = 300) {
  const method = serviceOf(loadInternal(), 'parley.master.v1.MasterService').LookupLeader;
  const request = LEADER_LOOKUP_CLIENT.encode(undefined);
  const answers = await Promise.all(
    addresses.map(async (address) => {
      try {
        const reply = await callUnary(channels, address, { method, request, deadlineMs, clock });
        return LEADER_LOOKUP_CLIENT.decode(reply).leading;
      } catch {
        // Not up, not well, or stopped: it does not lead.
        return false;
      }
    }),
  );
  return addresses.find((_, index) => answers[index] === true);
}

module.exports = { leadingMaster };
