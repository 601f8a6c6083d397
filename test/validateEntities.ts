// Entities are validated against the data model while the tests run, as they are in `collect` and `run`.
process.env.ENABLE_GRAPH_OBJECT_SCHEMA_VALIDATION = '1';
