import 'reflect-metadata';
// CommonJS packages require this ES module; under jest that only works once it has been evaluated.
import '@nestjs/core';
