# The few commands of the README. Each works on a fresh machine with no step before it: what is
# missing is installed first (tools/setup).
PRESET ?= release
BUILD := build/$(PRESET)
JOBS ?= $(shell nproc)
GLASSHOUSE := $(BUILD)/bin/glasshouse
# Where tools/setup puts a Node that is new enough, when the machine's is not.
export PATH := $(CURDIR)/build/node/bin:$(PATH)

.PHONY: help site preview test bench accept build setup format tidy sanitize screenshots clean

help: ## List the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

site: build ## Build the sample site into public/
	@$(GLASSHOUSE) build
	@echo "The site is in public/. To see it: make preview"

preview: build ## Show the sample site while you edit it
	@$(GLASSHOUSE) serve

test: build ## Run every test
	@echo "What the conformance suites compare:"
	@ctest --test-dir $(BUILD) -L conformance -V | \
	  sed -nE 's/^[0-9]+: (([0-9]+ (components|templates|diagnostics)|CommonMark|GFM).*)/  \1/p'
	@ctest --test-dir $(BUILD) --output-on-failure -j $(JOBS)

bench: build ## Measure against Hugo and Nunjucks, and the stages of a build, in memory
	@tests/bench/run $(BUILD)
	@tests/bench/stages $(BUILD)

accept: build ## Rewrite the expected output of tests; read the diff before you commit it
	@GLASSHOUSE_ACCEPT=1 ctest --test-dir $(BUILD) --output-on-failure -j $(JOBS) -L "unit|golden|imports"

build: setup ## Compile the program and its tests
	@cmake --preset $(PRESET) -Wno-dev --log-level=WARNING
	@cmake --build --preset $(PRESET) -j $(JOBS)

setup: ## Install what is missing: Debian packages, npm packages
	@tools/setup

format: ## Lay out the code with clang-format
	@git ls-files 'generator/*.h' 'generator/*.cpp' 'tests/*.h' 'tests/*.cpp' | xargs clang-format -i

tidy: build ## Check the code with clang-tidy
	@git ls-files 'generator/*.cpp' | xargs -P $(JOBS) -n 4 clang-tidy -p $(BUILD) --quiet

sanitize: ## Run the unit tests under AddressSanitizer and UndefinedBehaviorSanitizer
	@$(MAKE) --no-print-directory build PRESET=debug
	@ctest --test-dir build/debug --output-on-failure -j $(JOBS) -L unit

screenshots: site ## Take pictures of the main pages, at 360 and 1280 pixels
	@node tools/screenshots.mjs public build/screenshots

clean: ## Remove what was built
	@rm -rf build public/* .public.*
