// What cannot be kept in a case of cases/: names that not every disk keeps apart, links, empty
// folders, limits, rights, and the order in which a disk lists files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "base/json.h"
#include "content/source.h"

namespace glasshouse::content {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class ReadSite : public testing::Test {
 protected:
  ReadSite() {
    std::string pattern = (fs::temp_directory_path() / "glasshouse-XXXXXX").string();
    site_ = ::mkdtemp(pattern.data());
    write("site.json", "{}");
    write("foi/collection.json", "{\"title\": \"FOI\"}");
    write("foi/schema.json", "{}");
  }
  ~ReadSite() override { fs::remove_all(site_); }

  void write(const std::string& path, std::string_view text) const {
    const fs::path full = site_ / "content" / path;
    fs::create_directories(full.parent_path());
    std::ofstream(full, std::ios::binary) << text;
  }

  Source read(unsigned jobs = 1) {
    diagnostics_ = std::make_unique<Diagnostics>();
    return read_site(site_, limits_, jobs, *diagnostics_);
  }
  [[nodiscard]] std::string said() const { return to_text(diagnostics_->sorted(), site_, 1000); }

  fs::path site_;
  Limits limits_;
  std::unique_ptr<Diagnostics> diagnostics_;
};

TEST_F(ReadSite, says_that_there_is_no_content) {
  fs::remove_all(site_ / "content");
  const Source source = read();
  EXPECT_TRUE(source.site.is_map());
  EXPECT_EQ(said(),
            "content: error: the site has no folder content [missing-content]\n"
            "  Name the folder that holds content with --site.\n");
}

TEST_F(ReadSite, refuses_names_that_some_disks_take_for_one) {
  write("foi/b.md", "");
  write("foi/B.md", "");
  write("foi/bundle/index.md", "");
  write("foi/bundle/caf\u00e9.csv", "");
  write("foi/bundle/cafe\u0301.csv", "");
  write("foi/bundle/STRASSE.csv", "");
  write("foi/bundle/stra\u00dfe.csv", "");
  read();
  EXPECT_THAT(
      said(),
      HasSubstr("content/foi/b.md: error: its name differs from B.md only in capitals or accents, "
                "and many computers take them for one file [colliding-names]\n"
                "  Rename or delete one of the two.\n"));
  EXPECT_THAT(
      said(),
      HasSubstr(
          "content/foi/bundle/caf\u00e9.csv: error: its name differs from cafe\u0301.csv only"));
  EXPECT_THAT(
      said(),
      HasSubstr(
          "content/foi/bundle/stra\u00dfe.csv: error: its name differs from STRASSE.csv only"));
}

TEST_F(ReadSite, refuses_links_and_devices) {
  write("outside.md", "x");
  fs::create_symlink(site_ / "content/outside.md", site_ / "content/foi/a.md");
  fs::create_directory_symlink(site_ / "content/foi", site_ / "content/foi/loop");
  fs::create_directory_symlink(site_ / "content/foi", site_ / "content/foi2");
  ASSERT_EQ(::mkfifo((site_ / "content/foi/pipe.md").c_str(), 0600), 0);
  const Source source = read();
  EXPECT_TRUE(source.collections[0].records.empty());
  EXPECT_THAT(said(), HasSubstr("content/foi/a.md: error: it is a symbolic link, and links are not "
                                "followed [not-a-file]\n"
                                "  Put the file itself here.\n"));
  EXPECT_THAT(said(), HasSubstr("content/foi/loop: error: it is a symbolic link"));
  EXPECT_THAT(said(), HasSubstr("content/foi2: error: it is a symbolic link"));
  EXPECT_THAT(
      said(),
      HasSubstr("content/foi/pipe.md: error: it is neither a file nor a folder [not-a-file]\n"));
}

TEST_F(ReadSite, says_which_folders_are_empty) {
  fs::create_directories(site_ / "content/foi/a");
  fs::create_directories(site_ / "content/gov");
  const Source source = read();
  EXPECT_EQ(said(),
            "content/foi/a: warning: the folder is empty [empty-folder]\n"
            "  Add index.md with the fields of the record, or delete the folder.\n"
            "content/gov: warning: the folder is empty [empty-folder]\n"
            "  Add a collection.json and records, or delete the folder.\n");
}

TEST_F(ReadSite, says_which_file_may_not_be_read) {
  if (::geteuid() == 0) GTEST_SKIP() << "everything may be read by root";
  write("foi/a.md", "x");
  write("foi/b/index.md", "x");
  fs::permissions(site_ / "content/foi/a.md", fs::perms::none);
  fs::permissions(site_ / "content/foi/b", fs::perms::none);
  read();
  fs::permissions(site_ / "content/foi/b", fs::perms::owner_all);
  EXPECT_EQ(said(),
            "content/foi/a.md: error: it may not be read: permission is denied [unreadable-file]\n"
            "  Give yourself the right to read it.\n"
            "content/foi/b: error: it may not be read: permission is denied [unreadable-file]\n"
            "  Give yourself the right to read it.\n");
}

TEST_F(ReadSite, throws_what_is_trouble_of_the_machine) {
  write("foi/a.md", "x");
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
  const rlimit none{0, before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &none), 0);
  EXPECT_THROW(read(), std::system_error);
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &before), 0);
}

TEST_F(ReadSite, refuses_file_names_that_are_no_text) {
  write("foi/a\nb.md", "x");
  write("foi/a\xff.md", "x");
  read();
  EXPECT_EQ(
      said(),
      "content/foi: error: the file name a\\x0Ab.md holds a control character [bad-file-name]\n"
      "  Rename the file with letters, digits and hyphens.\n"
      "content/foi: error: the file name a\\xFF.md is not UTF-8 [bad-file-name]\n"
      "  Rename the file with letters, digits and hyphens.\n");
}

TEST_F(ReadSite, holds_each_limit_to_the_byte) {
  limits_.record_bytes = 40;
  limits_.front_matter_bytes = 10;
  limits_.table_bytes = 30;
  limits_.field_bytes = 5;
  limits_.attachment_bytes = 3;
  write("foi/a.md", std::string(40, 'x'));
  write("foi/b.md", std::string(41, 'x'));
  write("foi/c.md", "---\nabcdefg: 1\n---\n");  // 11 bytes
  write("foi/d.md", "---\nabcdef: 1\n---\n");   // 10 bytes
  write("foi/e/index.md", "x");
  write("foi/e/a.csv", "123");
  write("foi/f/index.md", "x");
  write("foi/f/a.csv", "1234");
  write("foi/g.json", "{\"a\": \"" + std::string(40, 'x') + "\"}");
  for (const char* name : {"small", "wide", "large"}) {
    write(std::string(name) + "/collection.json", "{\"source\":{\"type\":\"csv\",\"file\":\"a\"}}");
    write(std::string(name) + "/schema.json", "{}");
  }
  write("small/a", "id,b\na,12345\n");
  write("wide/a", "id,b\na,123456\n");
  write("large/a", "id,b\na,1\nb,2\nc,3\nd,4\ne,5\nf,6\ng,7\n");
  const Source source = read();
  ASSERT_EQ(source.collections.size(), 4u);
  EXPECT_EQ(source.collections[0].records.size(), 3u);
  EXPECT_EQ(source.collections[2].records.size(), 1u);
  EXPECT_EQ(
      said(),
      "content/foi/b.md: error: the file has more than 40 bytes, the most it may have "
      "[file-too-large]\n"
      "  Shorten it, or publish the long part as an attachment.\n"
      "content/foi/c.md:1:1: error: the front matter has 11 bytes, and 10 is the most it may have "
      "[front-matter-too-large]\n"
      "  ---\n"
      "  ^\n"
      "  Move long text below the front matter.\n"
      "content/foi/f/a.csv: error: the file has 4 bytes, and 3 is the most an attachment may have "
      "[attachment-too-large]\n"
      "  Split or compress it.\n"
      "content/foi/g.json: error: the file has more than 40 bytes, the most it may have "
      "[file-too-large]\n"
      "  Shorten it, or publish the long part as an attachment.\n"
      "content/large/a: error: the file has more than 30 bytes, the most it may have "
      "[file-too-large]\n"
      "  Shorten it, or publish the long part as an attachment.\n"
      "content/wide/a:2:3: error: the cell has 6 bytes, and 5 is the most it may have "
      "[csv-cell-too-large]\n"
      "  a,123456\n"
      "    ^\n"
      "  Look for a quotation mark that is not closed, or publish the text as an attachment.\n");
}

TEST_F(ReadSite, names_the_ids_of_records_that_have_errors) {
  write("foi/a.md", "x");
  write("foi/b.md", "---\na: b: c\n---\n");
  write("foi/c/index.json", "{");
  const Source source = read();
  EXPECT_THAT(source.collections[0].unread_ids, testing::ElementsAre("b", "c"));
}

TEST_F(ReadSite, keeps_the_bytes_of_the_schema) {
  write("foi/schema.json", "\xEF\xBB\xBF{ }\r\n");
  const Source source = read();
  EXPECT_EQ(source.collections[0].schema_text, "\xEF\xBB\xBF{ }\r\n");
  EXPECT_TRUE(source.collections[0].schema.is_map());
  EXPECT_EQ(source.collections[0].schema_file, "content/foi/schema.json");
}

TEST_F(ReadSite, gives_views_that_stay_good_when_the_source_moves) {
  write("foi/a.md", "---\ntitle: A\n---\nB");
  Source first = read(4);
  const Source source = std::move(first);
  const SourceRecord& record = source.collections[0].records[0];
  EXPECT_EQ(record.id, "a");
  EXPECT_EQ(record.fields["title"].text(), "A");
  EXPECT_EQ(record.body, "B");
  EXPECT_EQ(record.place(record.fields["title"]), Place("content/foi/a.md", 2, 8));
}

// Everything that was read, in one text.
std::string text_of(const Source& source) {
  std::string text;
  for (const SourceCollection& collection : source.collections) {
    for (const SourceRecord& record : collection.records) {
      text.append(collection.name)
          .append("/")
          .append(record.id)
          .append(record.file)
          .append(record.body);
      append_json(text, record.fields);
    }
  }
  return text;
}

TEST_F(ReadSite, reads_the_same_whatever_the_order_and_the_threads) {
  std::vector<int> order(300);
  for (int i = 0; i < 300; ++i) order[static_cast<std::size_t>(i)] = i * 7919 % 300;
  const auto write_all = [&] {
    for (const int i : order) {
      const std::string id = "r" + std::to_string(i);
      const bool is_wrong = i % 50 == 3;
      write(i % 3 == 0 ? "foi/" + id + "/index.md" : "foi/" + id + ".md",
            "---\ntitle: Title " + std::to_string(i) + (is_wrong ? ": x" : "") + "\n---\nBody.\n");
    }
  };
  const auto all_of = [&](unsigned jobs) {
    const std::string text = text_of(read(jobs));
    return text + said();
  };
  write_all();
  const std::string one = all_of(1);
  EXPECT_EQ(all_of(8), one);
  fs::remove_all(site_ / "content/foi");
  write("foi/schema.json", "{}");
  std::reverse(order.begin(), order.end());
  write_all();
  write("foi/collection.json", "{\"title\": \"FOI\"}");
  EXPECT_EQ(all_of(3), one);
}

TEST_F(ReadSite, reads_the_same_with_windows_line_ends) {
  const std::string unix = "---\ntitle: A\nlist:\n  - b\n---\n";
  std::string windows;
  for (const char c : unix) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  write("foi/a.md", unix);
  const std::string first = text_of(read());
  write("foi/a.md", windows);
  EXPECT_EQ(text_of(read()), first);
}

}  // namespace
}  // namespace glasshouse::content
