// Without it the SDK creates entities in unit tests that JupiterOne would refuse.
process.env.ENABLE_GRAPH_OBJECT_SCHEMA_VALIDATION = '1';
// The SDK loads an AWS SDK that announces its end in every process.
process.env.AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE = '1';
