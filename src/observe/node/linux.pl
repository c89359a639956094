# What the scripts that run on a node share. They use no module: of perl a node may have no more than its core.
use strict;
use warnings;
use Config;

# System calls that perl has no function for, by machine.
our %CALL = @{
    {
        x86_64  => [ setns => 308, clock_gettime => 228 ],
        aarch64 => [ setns => 268, clock_gettime => 113 ],
        riscv64 => [ setns => 268, clock_gettime => 113 ],
    }->{ ( split /-/, $Config{archname} )[0] }
      || die "perl on $Config{archname} is not known to docker-network-lab\n"
};

# Seconds of the monotonic clock.
sub now {
    my $time = pack 'q2', 0, 0;
    syscall( $CALL{clock_gettime}, 1, $time );
    my ( $seconds, $nanoseconds ) = unpack 'q2', $time;
    return $seconds + $nanoseconds / 1e9;
}

my $HERE = '-';
open my $HOME, '<', '/proc/self/ns/net' or die "/proc/self/ns/net: $!\n";

# From here on sockets are made in the network namespace of this file; "-" is the one that the script was started in.
sub enter {
    my ($file) = @_;
    return if $file eq $HERE;
    my $namespace;
    if ( $file ne '-' ) { open $namespace, '<', $file or die "$file: $!\n" }
    syscall( $CALL{setns}, fileno( $namespace || $HOME ), 0x40000000 ) == 0 or die "$file: $!\n";
    $HERE = $file;
    return;
}

# All of a file; nothing where it cannot be read.
sub slurp {
    my ($file) = @_;
    open my $handle, '<', $file or return '';
    local $/ = undef;
    my $text = <$handle>;
    close $handle;
    return defined $text ? $text : '';
}
