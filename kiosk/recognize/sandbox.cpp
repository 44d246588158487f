#include "kiosk/recognize/sandbox.h"

#include <malloc.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <csignal>
#include <memory>
#include <stdexcept>

namespace chunhui::recognize {
namespace {

// The shadow memory of sanitizers takes terabytes of addresses: only builds to test with have it.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr rlim_t kMemoryBytesMax = RLIM_INFINITY;
#else
constexpr rlim_t kMemoryBytesMax = rlim_t{1} << 30;
#endif
constexpr int kFreedPattern = 0xA5;

void Limit(__rlimit_resource resource, rlim_t most) {
  const rlimit limit{most, most};
  if (setrlimit(resource, &limit) != 0) throw std::runtime_error("a limit was refused");
}

// What reading pictures takes once everything is loaded: memory, time, locks, the one socket.
constexpr int kAllowed[] = {SCMP_SYS(read),          SCMP_SYS(write),
                            SCMP_SYS(recvmsg),       SCMP_SYS(sendmsg),
                            SCMP_SYS(recvfrom),      SCMP_SYS(sendto),
                            SCMP_SYS(poll),          SCMP_SYS(close),
                            SCMP_SYS(fstat),         SCMP_SYS(newfstatat),
                            SCMP_SYS(lseek),         SCMP_SYS(mmap),
                            SCMP_SYS(munmap),        SCMP_SYS(mremap),
                            SCMP_SYS(mprotect),      SCMP_SYS(madvise),
                            SCMP_SYS(brk),           SCMP_SYS(futex),
                            SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres),
                            SCMP_SYS(gettimeofday),  SCMP_SYS(getrandom),
                            SCMP_SYS(rt_sigreturn),  SCMP_SYS(rt_sigprocmask),
                            SCMP_SYS(rt_sigaction),  SCMP_SYS(sigaltstack),
                            SCMP_SYS(sched_yield),   SCMP_SYS(getpid),
                            SCMP_SYS(gettid),        SCMP_SYS(tgkill),
                            SCMP_SYS(getrusage),     SCMP_SYS(restart_syscall),
                            SCMP_SYS(exit),          SCMP_SYS(exit_group)};

// Files that libraries look for on the way are simply not there; anything else ends the program.
constexpr int kDenied[] = {SCMP_SYS(openat), SCMP_SYS(open), SCMP_SYS(access), SCMP_SYS(readlink),
                           SCMP_SYS(sched_getaffinity)};

void AllowOnlyReading() {
  const std::unique_ptr<void, decltype(&seccomp_release)> filter(
      seccomp_init(SCMP_ACT_KILL_PROCESS), &seccomp_release);
  if (!filter) throw std::runtime_error("no seccomp filter");
  int failed = 0;
  for (const int call : kAllowed) failed |= seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0);
  for (const int call : kDenied) {
    failed |= seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EACCES), call, 0);
  }
  if (failed != 0 || seccomp_load(filter.get()) != 0) {
    throw std::runtime_error("the kernel refused the seccomp filter");
  }
}

}  // namespace

void EnterSandbox() {
  mallopt(M_PERTURB, kFreedPattern);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_DUMPABLE, 0);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  Limit(RLIMIT_CORE, 0);
  Limit(RLIMIT_FSIZE, 0);
  Limit(RLIMIT_NPROC, 0);
  Limit(RLIMIT_AS, kMemoryBytesMax);
  AllowOnlyReading();
}

}  // namespace chunhui::recognize
