# For the tests with git: sourced after $program and $suite are set. No setting of the person or machine holds.
. "${gates:-$(dirname "$0")}/../cli/lib.sh"
HOME=$work GIT_CONFIG_NOSYSTEM=1
export HOME GIT_CONFIG_NOSYSTEM
unset XDG_CONFIG_HOME $(git rev-parse --local-env-vars)
git config --global user.name Tester
git config --global user.email tester@example.org
git config --global init.defaultBranch main
git config --global advice.detachedHead false

# begin NAME: an empty repository in the folder of the test, and into it
begin() {
	cd "$work" && git init -q "$1" && cd "$1" || exit 2
	printf '/out\n/err\n/expected\n/ignored\n/said\n' >> .git/info/exclude
}

# save MESSAGE: commits all there is
save() {
	git add -A && git commit -qm "$1"
}
