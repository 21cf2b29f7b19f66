/** What stands in for the module of this name in `@stdlib`: every engine that the package is built for has generators. */
module.exports = () => true;
