// No cap is passed: after every command, in both engines.
#include <algorithm>
#include <string>

#include "paired_run.hpp"

namespace allot::oracle {

// Returns: an account of which the engine says something else than the orders of the naive one do,
// or of which more was debited by the last command than its cap allows.
std::optional<std::string> Pair::compare_caps() {
  auto accounts = naive_.state().spent;  // debited, excess
  naive_.for_counted([&](const CapDebit& debit) {
    auto& [debited, excess] = accounts[debit.account];
    (debit.excess ? excess : debited) += debit.units;
  });
  std::string text;
  for (const auto& [account, sums] : accounts) {
    const auto& [debited, excess] = sums;
    const std::int64_t at_most = naive_.state().caps[account.cap - 1].at_most;
    const auto seen =
        core_.find_cap_account({account.cap}, account.token, std::max<TimeNs>(0, account.begin));
    const bool same = seen && seen->window_begin == account.begin && seen->debited == debited &&
                      seen->excess == static_cast<std::uint64_t>(excess) &&
                      seen->at_most == at_most &&
                      seen->left == std::max<std::int64_t>(0, at_most - debited);
    const auto before = debited_.find(account);
    const bool grew = before == debited_.end() || debited > before->second.first;
    if (same && !(grew && debited > at_most)) continue;
    text += "  token " + std::to_string(account.token) + " of cap " + std::to_string(account.cap) +
            ": " + std::to_string(debited) + " debited of at most " + std::to_string(at_most) +
            (same ? "" : "; the engine says " + std::to_string(seen ? seen->debited : 0)) + '\n';
  }
  debited_ = std::move(accounts);
  if (text.empty()) return {};
  return text;
}

}  // namespace allot::oracle
