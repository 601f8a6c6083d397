const { registerFormats } = require('@jupiterone/data-model');
const { default: Ajv } = require('ajv');

/**
 * Stands in for `@jupiterone/integration-sdk-entity-validator`, which SDK 17 loads and which the registry of this
 * machine may not have. Only `npm run check:pack` uses it, in a folder that it deletes. It does what SDK 17 asks of
 * the real one: it checks an entity against the schemas of its classes.
 */
class EntityValidator {
  constructor({ schemas }) {
    // The schemas carry keywords of JupiterOne's own, which are an offence in strict mode.
    this.ajv = new Ajv({ strict: false, allErrors: true });
    registerFormats(this.ajv);
    this.ajv.addSchema(schemas);
  }

  validateEntity(entity) {
    const errors = [];
    const skippedSchemas = [];
    for (const name of [entity._class].flat()) {
      const schemaId = `#${name}`;
      const validate = this.ajv.getSchema(schemaId);
      if (validate === undefined) {
        skippedSchemas.push({ schemaId, type: 'class', reason: 'not-found' });
      } else if (!validate(entity)) {
        errors.push(
          ...validate.errors.map(({ instancePath, params, message }) => ({
            schemaId,
            property:
              params.missingProperty ?? instancePath.split('/')[1] ?? '',
            message,
          })),
        );
      }
    }
    return { isValid: errors.length === 0, errors, skippedSchemas };
  }
}

module.exports = { EntityValidator };
