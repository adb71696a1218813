#!/usr/bin/env node
// Starts the program that was built for this system.
"use strict";
const { spawn } = require("node:child_process");
const { existsSync } = require("node:fs");
const path = require("node:path");

const system = `${process.platform}-${process.arch}`;
const name = process.platform === "win32" ? "urne.exe" : "urne";
const program = path.join(__dirname, "programs", system, name);

if (!existsSync(program)) {
  console.error(`urne: this package has no program for ${system}. / Ce paquet n’a pas de programme pour ${system}.`);
  process.exit(1);
}

const child = spawn(program, process.argv.slice(2), { stdio: "inherit" });
// Whoever ends this ends the program; Ctrl+C reaches both.
process.on("SIGTERM", () => child.kill("SIGTERM"));
process.on("SIGINT", () => {});
child.on("error", (error) => {
  console.error(`urne: ${error.message}`);
  process.exit(1);
});
child.on("exit", (code) => process.exit(code ?? 1));
