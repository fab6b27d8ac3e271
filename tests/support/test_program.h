// Many tests in one program: each is named by its file and started as `core_tests tst_pass [Qt Test's
// arguments]`.
#pragma once

#include <QTest>

namespace memwall::tests
{

/// A test of a program: `file` is where it stands, `run` makes its application and plays it.
struct Listed
{
    Listed(const char* file, int (*run)(int argc, char** argv));
};

/// For a test that needs no application.
struct NoApplication
{
    NoApplication(int&, char**) { }
};

template <typename Test, typename Application> int runTest(int argc, char** argv)
{
    const Application application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace memwall::tests

/// Ends a test's file: `Application` is QApplication, QCoreApplication or NoApplication.
#define MEMWALL_TEST(Test, Application)                                                                      \
    static const memwall::tests::Listed listed(__FILE__, memwall::tests::runTest<Test, Application>);
