"""Counts what holds and what does not, for a test that goes on behind a failure."""


class Tally:
    def __init__(self, name):
        self.name, self.passed, self.failed = name, 0, 0

    def check(self, what, holds, detail=""):
        """Counts; says what does not hold, with what there is in its place. Gives HOLDS back."""
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED {self.name}: {what} {detail}")
        return holds

    def finish(self):
        """Prints both; the exit status. Where nothing was tried nothing holds."""
        print(f"{self.name}: {self.passed} passed, {self.failed} failed")
        return self.failed > 0 or self.passed == 0
