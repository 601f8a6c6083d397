/**
 * `j1-integration` for the scripts of package.json, without the AWS SDK's notice of its end of support: JupiterOne's
 * SDK 8 loads that library, we use nothing of it.
 */
process.env.AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE = '1';
require('@jupiterone/integration-sdk-cli/bin/j1-integration');
